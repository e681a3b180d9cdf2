package org.understudy.swap.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.understudy.resource.StateTransfer;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;
import org.understudy.swap.engine.StateFormats;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The services that a bundle's component descriptions declare (compendium, chapter 112.4), read from the file. What an
 * activator registers, or a configuration changes, is not among them.
 */
final class DeclaredServices {
    private static final String HEADER = "Service-Component";

    private DeclaredServices() {}

    /** A service as it is described: its types, its properties with the name of its component, its scope. */
    private record Description(List<String> types, Map<String, Object> properties, ServiceShape.Scope scope) {}

    /** Reads them; a bundle without components declares none. */
    static List<ServiceShape> in(Path bundle) throws Refusal {
        return descriptions(bundle).stream()
                .flatMap(service ->
                        ServiceShapes.declared(service.types(), service.properties(), service.scope()).stream())
                .toList();
    }

    /** The formats in which the bundle's state passes, where a component declares some. */
    static Optional<StateFormats> stateIn(Path bundle) throws Refusal {
        for (Description service : descriptions(bundle)) {
            if (service.types().contains(StateTransfer.class.getName())) {
                return Optional.of(StateFormats.of(service.properties()));
            }
        }
        return Optional.empty();
    }

    private static List<Description> descriptions(Path bundle) throws Refusal {
        List<Description> found = new ArrayList<>();
        try (JarFile jar = new JarFile(bundle.toFile())) {
            String header = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue(HEADER);
            if (header != null) {
                for (JarEntry entry : described(jar, header)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        read(in, found);
                    }
                }
            }
            return found;
        } catch (IOException | SAXException | ParserConfigurationException | NumberFormatException e) {
            throw new Refusal("its component descriptions could not be read: " + Reasons.of(e), e);
        }
    }

    private static List<JarEntry> described(JarFile jar, String header) {
        List<String> patterns =
                Arrays.stream(header.split(",")).map(String::trim).toList();
        List<JarEntry> found = new ArrayList<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (patterns.stream().anyMatch(pattern -> matches(pattern, entry.getName()))) {
                found.add(entry);
            }
        }
        return found;
    }

    /** A header names files; in the last part of a name an asterisk stands for anything. */
    private static boolean matches(String pattern, String name) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(name)
                : name.startsWith(pattern.substring(0, star))
                        && name.endsWith(pattern.substring(star + 1))
                        && name.indexOf('/', star) < 0;
    }

    private static void read(InputStream in, List<Description> found)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(in);
        NodeList components = document.getElementsByTagNameNS("*", "component");
        if (components.getLength() == 0) {
            components = document.getElementsByTagName("component");
        }
        for (int i = 0; i < components.getLength(); i++) {
            component((Element) components.item(i), found);
        }
    }

    private static void component(Element component, List<Description> found) {
        for (Element service : children(component, "service")) {
            List<String> types = children(service, "provide").stream()
                    .map(provide -> provide.getAttribute("interface"))
                    .toList();
            if (!types.isEmpty()) {
                found.add(new Description(types, properties(component), scope(service)));
            }
        }
    }

    private static ServiceShape.Scope scope(Element service) {
        String scope = service.getAttribute("scope").toUpperCase(Locale.ROOT);
        return Arrays.stream(ServiceShape.Scope.values())
                .filter(known -> known.name().equals(scope))
                .findFirst()
                .orElse(
                        "true".equals(service.getAttribute("servicefactory"))
                                ? ServiceShape.Scope.BUNDLE
                                : ServiceShape.Scope.SINGLETON);
    }

    private static Map<String, Object> properties(Element component) {
        Map<String, Object> properties = new HashMap<>();
        String name = component.getAttribute("name");
        if (!name.isEmpty()) {
            properties.put("component.name", name);
        }
        for (Element property : children(component, "property")) {
            properties.put(property.getAttribute("name"), value(property));
        }
        return properties;
    }

    /** One value in its type; several, which stand in lines, as texts. */
    private static Object value(Element property) {
        if (property.hasAttribute("value")) {
            return typed(property.getAttribute("type"), property.getAttribute("value"));
        }
        return property.getTextContent()
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .toArray(String[]::new);
    }

    private static Object typed(String type, String text) {
        return switch (type) {
            case "Boolean" -> Boolean.valueOf(text.trim());
            case "Integer" -> Integer.valueOf(text.trim());
            case "Long" -> Long.valueOf(text.trim());
            case "Short" -> Short.valueOf(text.trim());
            case "Byte" -> Byte.valueOf(text.trim());
            case "Double" -> Double.valueOf(text.trim());
            case "Float" -> Float.valueOf(text.trim());
            case "Character" -> text.isEmpty() ? ' ' : text.charAt(0);
            default -> text;
        };
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && name.equals(element.getLocalName() == null ? element.getTagName() : element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
