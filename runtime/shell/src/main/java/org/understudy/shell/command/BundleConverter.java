package org.understudy.shell.command;

import org.apache.felix.service.command.Converter;
import org.osgi.framework.Bundle;

/** Lets Gogo's commands take a bundle by id or symbolic name; its command bundle brings no such converter. */
public final class BundleConverter implements Converter {
    private final Bundles bundles;

    /** Converts to these bundles. */
    public BundleConverter(Bundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public Object convert(Class<?> wanted, Object given) {
        return wanted == Bundle.class && (given instanceof CharSequence || given instanceof Number)
                ? bundles.find(given.toString()).orElse(null)
                : null;
    }

    @Override
    public CharSequence format(Object target, int level, Converter escape) {
        return target instanceof Bundle bundle ? Bundles.describe(bundle) : null;
    }
}
