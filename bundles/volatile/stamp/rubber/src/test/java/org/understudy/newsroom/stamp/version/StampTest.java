package org.understudy.newsroom.stamp.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.stamp.Pad;

class StampTest {
    private final Map<String, String> headers = new TreeMap<>();
    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> null);
    private final HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));

    @Test
    void theResponseIsStampedBeforeTheChainGoesOn() throws Exception {
        Stamp stamp = new Stamp(new Pad("1.2.3"));

        stamp.doFilter(request, response, (asked, answered) -> headers.put("chain", headers.get(Pad.STAMP)));

        assertEquals(Map.of("chain", "1.2.3", Pad.STAMP, "1.2.3"), headers);
    }
}
