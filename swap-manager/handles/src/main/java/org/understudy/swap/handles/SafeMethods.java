package org.understudy.swap.handles;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the methods of interfaces that are declared to be safe, by reading the class files: so a contract needs the
 * annotation at no time but when it is compiled.
 */
final class SafeMethods {
    private static final String SAFE = "Lorg/understudy/resource/Safe;";

    private final Map<Class<?>, Set<String>> known = new HashMap<>();

    /** Whether the interface declares the method with this name and descriptor to be safe. */
    boolean contain(Class<?> declaring, String nameAndDescriptor) {
        return known.computeIfAbsent(declaring, SafeMethods::of).contains(nameAndDescriptor);
    }

    private static Set<String> of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return Set.of(); // nothing of the platform says so
        }
        try (InputStream file = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return file == null ? Set.of() : safe(new ClassReader(file));
        } catch (IOException | IllegalArgumentException e) {
            return Set.of(); // no file, or one of a Java to come: its calls are not repeated, and work all the same
        }
    }

    private static Set<String> safe(ClassReader file) {
        Set<String> found = new HashSet<>();
        file.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                                if (annotation.equals(SAFE)) {
                                    found.add(name + descriptor);
                                }
                                return null;
                            }
                        };
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }
}
