package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;

class DeclaredServicesTest {
    private static final String SERVLET =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="newsroom.live">
              <property name="osgi.http.whiteboard.servlet.pattern" type="String" value="/live"/>
              <property name="service.ranking" type="Integer" value="7"/>
              <property name="osgi.http.whiteboard.servlet.asyncSupported" type="Boolean" value="true"/>
              <property name="words" type="String">one
            two</property>
              <service scope="prototype"><provide interface="jakarta.servlet.Servlet"/></service>
              <implementation class="newsroom.Live"/>
            </scr:component>
            """;

    @TempDir
    Path folder;

    private List<ServiceShape> declared(String header, String entry, String text) throws IOException, Refusal {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (header != null) {
            manifest.getMainAttributes().putValue("Service-Component", header);
        }
        Path file = folder.resolve("bundle.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return DeclaredServices.in(file);
    }

    @Test
    void aComponentTellsTypeNameScopeAndProperties() throws Exception {
        ServiceShape shape =
                declared("OSGI-INF/live.xml", "OSGI-INF/live.xml", SERVLET).get(0);

        assertEquals(List.of("jakarta.servlet.Servlet"), shape.interfaces());
        assertEquals("newsroom.live", shape.identity());
        assertEquals(ServiceShape.Scope.PROTOTYPE, shape.scope());
        assertEquals("/live", shape.properties().get("osgi.http.whiteboard.servlet.pattern"));
        assertEquals(7, shape.properties().get("service.ranking"));
        assertArrayEquals(
                new String[] {"one", "two"}, (String[]) shape.properties().get("words"));
        assertEquals(true, shape.properties().get("osgi.http.whiteboard.servlet.asyncSupported"));
        assertEquals(
                Set.of(
                        "osgi.http.whiteboard.servlet.pattern",
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        "service.ranking"),
                shape.fixed());
    }

    @Test
    void anAsteriskStandsForAllFilesOfAFolder() throws Exception {
        assertEquals(1, declared("OSGI-INF/*.xml", "OSGI-INF/live.xml", SERVLET).size());
        assertEquals(
                0, declared("OSGI-INF/*.xml", "OSGI-INF/deep/live.xml", SERVLET).size());
    }

    @Test
    void aBundleWithoutComponentsDeclaresNothing() throws Exception {
        assertEquals(List.of(), declared(null, "OSGI-INF/live.xml", SERVLET));
    }

    @Test
    void aDescriptionThatIsNoXmlOrBringsADoctypeIsRefused() {
        assertThrows(Refusal.class, () -> declared("a.xml", "a.xml", "<component"));
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> declared("a.xml", "a.xml", "<!DOCTYPE c [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><c>&e;</c>"));
        assertTrue(refusal.getMessage().contains("component descriptions could not be read"), refusal.getMessage());
    }
}
