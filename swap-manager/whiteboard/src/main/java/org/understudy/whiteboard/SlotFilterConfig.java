package org.understudy.whiteboard;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Enumeration;

/**
 * The configuration of a filter, with the context of its generation.
 *
 * @param given what the whiteboard gave
 * @param context the context of the generation
 */
record SlotFilterConfig(FilterConfig given, ServletContext context) implements FilterConfig {
    @Override
    public String getFilterName() {
        return given.getFilterName();
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
