package org.understudy.swap.handles;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the code that puts the arguments of a method into an array of objects. */
final class Boxes {
    private Boxes() {}

    /** Leaves the array on the stack. */
    static void loadAll(MethodVisitor code, Type... parameters) {
        code.visitIntInsn(SIPUSH, parameters.length);
        code.visitTypeInsn(ANEWARRAY, "java/lang/Object");
        int slot = 1;
        for (int i = 0; i < parameters.length; i++) {
            code.visitInsn(DUP);
            code.visitIntInsn(SIPUSH, i);
            code.visitVarInsn(parameters[i].getOpcode(ILOAD), slot);
            box(code, parameters[i]);
            code.visitInsn(AASTORE);
            slot += parameters[i].getSize();
        }
    }

    private static void box(MethodVisitor code, Type type) {
        if (type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY) {
            return;
        }
        Class<?> primitive = MethodType.fromMethodDescriptorString("()" + type.getDescriptor(), null)
                .returnType();
        Type box = Type.getType(MethodType.methodType(primitive).wrap().returnType());
        code.visitMethodInsn(
                INVOKESTATIC, box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, type), false);
    }
}
