package org.understudy.whiteboard;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Enumeration;

/**
 * The configuration of a servlet, with the context of its generation.
 *
 * @param given what the whiteboard gave
 * @param context the context of the generation
 */
record SlotServletConfig(ServletConfig given, ServletContext context) implements ServletConfig {
    @Override
    public String getServletName() {
        return given.getServletName();
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getInitParameter(String name) {
        return given.getInitParameter(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return given.getInitParameterNames();
    }
}
