package org.understudy.whiteboard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.understudy.dispatch.Surroundings;

/**
 * The servlet context as one generation sees it. The one that the whiteboard gives belongs to the handle's bundle, which
 * has other classes and no resources; here the class loader is the slot's, and a resource that the context does not have
 * is looked for in the slot's bundle.
 */
final class SlotContext implements InvocationHandler {
    private final ServletContext given;
    private final Surroundings surroundings;
    private final ServletContext shown;

    SlotContext(ServletContext given, Surroundings surroundings) {
        this.given = given;
        this.surroundings = surroundings;
        this.shown = proxy(ServletContext.class, this);
    }

    /** The context that the service sees. */
    ServletContext shown() {
        return shown;
    }

    /** The request as the service sees it. */
    ServletRequest request(ServletRequest request) {
        return request instanceof HttpServletRequest http ? new SlotRequest(http, this) : request;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The session as the service sees it: what it keeps there of its own classes is noticed. */
    HttpSession session(HttpSession session) {
        return session == null
                ? null
                : proxy(HttpSession.class, (proxy, method, arguments) -> {
                    if (method.getName().equals("setAttribute")) {
                        getsOut("session attribute '" + arguments[0] + "'", arguments[1], session.getClass());
                    }
                    return passOn(session, method, arguments);
                });
    }

    /** Somebody else holds this object from now on, which is told if it is one of the service's own. */
    private void getsOut(String through, Object object, Class<?> holder) {
        if (object != null && object.getClass().getClassLoader() == surroundings.loader()) {
            surroundings.escaped(through, object, holder);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getClassLoader" -> surroundings.loader();
            case "getResource" -> resource((String) arguments[0]);
            case "getResourceAsStream" -> {
                URL found = resource((String) arguments[0]);
                yield found == null ? null : found.openStream();
            }
            case "getResourcePaths" -> paths((String) arguments[0]);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> passOn(given, method, arguments);
        };
    }

    private URL resource(String path) throws MalformedURLException {
        URL found = given.getResource(path);
        return found != null || path == null ? found : surroundings.entry(path);
    }

    private Set<String> paths(String path) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> known = given.getResourcePaths(path);
        if (known != null) {
            found.addAll(known);
        }
        Enumeration<String> own = path == null ? null : surroundings.entryPaths(path);
        if (own != null) {
            Collections.list(own).forEach(entry -> found.add("/" + entry));
        }
        return found.isEmpty() ? null : found; // as the servlet specification has it
    }

    private static Object passOn(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Made by the loader of the servlet API, which alone is sure to see all that the type mentions. */
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
