package org.understudy.swap.handles;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.understudy.dispatch.Exit;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.SafeCalls;
import org.understudy.dispatch.Target;
import org.understudy.dispatch.Tickets;

/**
 * Writes the class file of one handle. Each method reads
 *
 * <pre>{@code
 * int ticket = Tickets.take();
 * Generation generation = pointer.enter(ticket);
 * long mark = 0;
 * Result result;
 * try {
 *     mark = generation.begin(ticket);
 *     result = ((Contract) target.in(generation)).method(arguments);
 * } catch (Throwable failure) {
 *     generation.fail(ticket, mark, failure);
 *     throw failure;
 * }
 * generation.leave(ticket, mark);
 * return result;
 * }</pre>
 *
 * A {@code CompletionStage} is counted before the call leaves, so that the generation is never without either:
 *
 * <pre>{@code
 *     CompletionStage<Result> result = ((Contract) target.in(generation)).method(arguments);
 *     generation.outstanding().until(result);
 *     return result;
 * }</pre>
 *
 * and a result that may be of the resource's own class passes the method's {@link Exit}:
 *
 * <pre>{@code
 *     Result result = ((Contract) target.in(generation)).method(arguments);
 *     exit.pass(generation, result);
 *     return result;
 * }</pre>
 *
 * The latest calls of a method that may be repeated are remembered, if they are timed:
 *
 * <pre>{@code
 *     mark = generation.begin(ticket);
 *     if (safe.takes(mark)) safe.take(mark, new Object[] {arguments});
 * }</pre>
 *
 * The stack map frames are written by hand, one or two a method, so that no type has to be loaded to compute them.
 */
final class HandleWriter {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type THROWABLE = Type.getType(Throwable.class);
    private static final Type POINTER = Type.getType(Pointer.class);
    private static final Type EXIT = Type.getType(Exit.class);
    private static final Type SAFE_CALLS = Type.getType(SafeCalls.class);
    private static final Type TARGET = Type.getType(Target.class);
    private static final Type GENERATION = Type.getType(Generation.class);
    private static final Type OUTSTANDING = Type.getType(Outstanding.class);
    private static final Type TICKETS = Type.getType(Tickets.class);

    private final String name;
    private final Contract contract;
    private final Map<Contract.Call, String> exits = new LinkedHashMap<>();
    private final Map<Contract.Call, String> safe = new LinkedHashMap<>();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    HandleWriter(String className, Contract contract) {
        this.name = className.replace('.', '/');
        this.contract = contract;
        for (Contract.Call call : contract.calls().values()) {
            if (Result.of(call.method().getReturnType()) == Result.MAYBE_OWN) {
                exits.put(call, "exit" + exits.size());
            }
            if (call.safe()) {
                safe.put(call, "safe" + safe.size());
            }
        }
    }

    byte[] write() {
        writer.visit(
                V17,
                ACC_PUBLIC | ACC_FINAL | ACC_SUPER,
                name,
                null,
                OBJECT.getInternalName(),
                internalNames(contract.interfaces().stream()));
        writeField("pointer", POINTER);
        writeField("target", TARGET);
        exits.values().forEach(exit -> writeField(exit, EXIT));
        safe.values().forEach(calls -> writeField(calls, SAFE_CALLS));
        writeConstructor();
        contract.calls().values().forEach(this::writeCall);
        writeToString();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeField(String field, Type type) {
        writer.visitField(ACC_PRIVATE | ACC_FINAL, field, type.getDescriptor(), null, null)
                .visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor code = begin(ACC_PUBLIC, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, POINTER, TARGET));
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, OBJECT.getInternalName(), "<init>", "()V", false);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        code.visitFieldInsn(PUTFIELD, name, "pointer", POINTER.getDescriptor());
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 2);
        code.visitFieldInsn(PUTFIELD, name, "target", TARGET.getDescriptor());
        exits.forEach((call, exit) -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, 1);
            code.visitLdcInsn(call.through().getName() + "." + call.method().getName());
            String make = Type.getMethodDescriptor(EXIT, STRING);
            code.visitMethodInsn(INVOKEVIRTUAL, POINTER.getInternalName(), "exit", make, false);
            code.visitFieldInsn(PUTFIELD, name, exit, EXIT.getDescriptor());
        });
        safe.forEach((call, calls) -> makeSafeCalls(code, call, calls));
        code.visitInsn(RETURN);
        end(code);
    }

    private void makeSafeCalls(MethodVisitor code, Contract.Call call, String calls) {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        code.visitVarInsn(ALOAD, 2);
        code.visitLdcInsn(Type.getType(call.through()));
        code.visitLdcInsn(call.method().getName());
        code.visitLdcInsn(call.descriptor());
        String make = Type.getMethodDescriptor(SAFE_CALLS, TARGET, Type.getType(Class.class), STRING, STRING);
        code.visitMethodInsn(INVOKEVIRTUAL, POINTER.getInternalName(), "safeCalls", make, false);
        code.visitFieldInsn(PUTFIELD, name, calls, SAFE_CALLS.getDescriptor());
    }

    private void writeToString() {
        String text = contract.interfaces().stream().map(Class::getName).collect(Collectors.joining(", "));
        MethodVisitor code = begin(ACC_PUBLIC, "toString", Type.getMethodDescriptor(STRING));
        code.visitLdcInsn("handle of " + text);
        code.visitInsn(ARETURN);
        end(code);
    }

    private void writeCall(Contract.Call call) {
        Type[] parameters = Type.getArgumentTypes(call.method());
        Type result = Type.getReturnType(call.method());
        int ticket = 1 + Stream.of(parameters).mapToInt(Type::getSize).sum();
        int generation = ticket + 1;
        int mark = generation + 1;

        int flags = ACC_PUBLIC | ACC_FINAL | (call.method().isVarArgs() ? ACC_VARARGS : 0);
        String[] exceptions = internalNames(Stream.of(call.method().getExceptionTypes()));
        MethodVisitor code = writer.visitMethod(flags, call.method().getName(), call.descriptor(), null, exceptions);
        code.visitCode();
        enter(code, ticket, generation);
        code.visitInsn(LCONST_0);
        code.visitVarInsn(LSTORE, mark);

        Label inside = new Label();
        Label left = new Label();
        Label failed = new Label();
        code.visitTryCatchBlock(inside, left, failed, null);
        code.visitLabel(inside);
        measure(code, ticket, generation, mark);
        if (call.safe()) {
            remember(code, safe.get(call), mark, parameters);
        }
        loadService(code, call.through(), generation);
        int slot = 1;
        for (Type parameter : parameters) {
            code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        code.visitMethodInsn(
                INVOKEINTERFACE,
                Type.getInternalName(call.through()),
                call.method().getName(),
                call.descriptor(),
                true);
        switch (Result.of(call.method().getReturnType())) {
            case LATER -> countUntilComplete(code, generation);
            case MAYBE_OWN -> pass(code, exits.get(call), generation);
            case PLAIN -> {}
        }
        code.visitLabel(left);
        leave(code, ticket, generation, mark);
        code.visitInsn(result.getOpcode(IRETURN));

        code.visitLabel(failed);
        frameInHandler(code, parameters);
        fail(code, ticket, generation, mark);
        code.visitInsn(ATHROW);
        end(code);
    }

    private void enter(MethodVisitor code, int ticket, int generation) {
        code.visitMethodInsn(
                INVOKESTATIC, TICKETS.getInternalName(), "take", Type.getMethodDescriptor(Type.INT_TYPE), false);
        code.visitVarInsn(ISTORE, ticket);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, "pointer", POINTER.getDescriptor());
        code.visitVarInsn(ILOAD, ticket);
        String enter = Type.getMethodDescriptor(GENERATION, Type.INT_TYPE);
        code.visitMethodInsn(INVOKEVIRTUAL, POINTER.getInternalName(), "enter", enter, false);
        code.visitVarInsn(ASTORE, generation);
    }

    private void loadService(MethodVisitor code, Class<?> through, int generation) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, "target", TARGET.getDescriptor());
        code.visitVarInsn(ALOAD, generation);
        String in = Type.getMethodDescriptor(OBJECT, GENERATION);
        code.visitMethodInsn(INVOKEVIRTUAL, TARGET.getInternalName(), "in", in, false);
        code.visitTypeInsn(CHECKCAST, Type.getInternalName(through));
    }

    /** Of the result on the stack, which stays there. */
    private static void countUntilComplete(MethodVisitor code, int generation) {
        code.visitInsn(DUP);
        code.visitVarInsn(ALOAD, generation);
        String outstanding = Type.getMethodDescriptor(OUTSTANDING);
        code.visitMethodInsn(INVOKEVIRTUAL, GENERATION.getInternalName(), "outstanding", outstanding, false);
        code.visitInsn(SWAP);
        String until = Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(CompletionStage.class));
        code.visitMethodInsn(INVOKEVIRTUAL, OUTSTANDING.getInternalName(), "until", until, false);
    }

    /** Shows the result on the stack, which stays there, to the method's exit. */
    private void pass(MethodVisitor code, String exit, int generation) {
        code.visitInsn(DUP);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, exit, EXIT.getDescriptor());
        code.visitInsn(SWAP);
        code.visitVarInsn(ALOAD, generation);
        code.visitInsn(SWAP);
        String pass = Type.getMethodDescriptor(Type.VOID_TYPE, GENERATION, OBJECT);
        code.visitMethodInsn(INVOKEVIRTUAL, EXIT.getInternalName(), "pass", pass, false);
    }

    private static void measure(MethodVisitor code, int ticket, int generation, int mark) {
        code.visitVarInsn(ALOAD, generation);
        code.visitVarInsn(ILOAD, ticket);
        String begin = Type.getMethodDescriptor(Type.LONG_TYPE, Type.INT_TYPE);
        code.visitMethodInsn(INVOKEVIRTUAL, GENERATION.getInternalName(), "begin", begin, false);
        code.visitVarInsn(LSTORE, mark);
    }

    /** Of the call with this mark, if it is one to be taken. */
    private void remember(MethodVisitor code, String calls, int mark, Type... parameters) {
        Label not = new Label();
        loadSafeCalls(code, calls, mark);
        String takes = Type.getMethodDescriptor(Type.BOOLEAN_TYPE, Type.LONG_TYPE);
        code.visitMethodInsn(INVOKEVIRTUAL, SAFE_CALLS.getInternalName(), "takes", takes, false);
        code.visitJumpInsn(IFEQ, not);
        loadSafeCalls(code, calls, mark);
        Boxes.loadAll(code, parameters);
        String take = Type.getMethodDescriptor(Type.VOID_TYPE, Type.LONG_TYPE, Type.getType(Object[].class));
        code.visitMethodInsn(INVOKEVIRTUAL, SAFE_CALLS.getInternalName(), "take", take, false);
        code.visitLabel(not);
        Object[] locals = locals(parameters);
        code.visitFrame(F_NEW, locals.length, locals, 0, new Object[0]);
    }

    private void loadSafeCalls(MethodVisitor code, String calls, int mark) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, calls, SAFE_CALLS.getDescriptor());
        code.visitVarInsn(LLOAD, mark);
    }

    private static void leave(MethodVisitor code, int ticket, int generation, int mark) {
        code.visitVarInsn(ALOAD, generation);
        code.visitVarInsn(ILOAD, ticket);
        code.visitVarInsn(LLOAD, mark);
        String leave = Type.getMethodDescriptor(Type.VOID_TYPE, Type.INT_TYPE, Type.LONG_TYPE);
        code.visitMethodInsn(INVOKEVIRTUAL, GENERATION.getInternalName(), "leave", leave, false);
    }

    /** With the exception on the stack, which stays there. */
    private static void fail(MethodVisitor code, int ticket, int generation, int mark) {
        code.visitInsn(DUP);
        code.visitVarInsn(ALOAD, generation);
        code.visitInsn(SWAP);
        code.visitVarInsn(ILOAD, ticket);
        code.visitInsn(SWAP);
        code.visitVarInsn(LLOAD, mark);
        code.visitInsn(DUP2_X1);
        code.visitInsn(POP2);
        String fail = Type.getMethodDescriptor(Type.VOID_TYPE, Type.INT_TYPE, Type.LONG_TYPE, THROWABLE);
        code.visitMethodInsn(INVOKEVIRTUAL, GENERATION.getInternalName(), "fail", fail, false);
    }

    private void frameInHandler(MethodVisitor code, Type... parameters) {
        Object[] locals = locals(parameters);
        Object[] stack = {THROWABLE.getInternalName()};
        code.visitFrame(F_NEW, locals.length, locals, stack.length, stack);
    }

    private Object[] locals(Type... parameters) {
        List<Object> locals = new ArrayList<>();
        locals.add(name);
        for (Type parameter : parameters) {
            locals.add(frameType(parameter));
        }
        locals.add(INTEGER);
        locals.add(GENERATION.getInternalName());
        locals.add(LONG);
        return locals.toArray();
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INTEGER;
            case Type.LONG -> LONG;
            case Type.FLOAT -> FLOAT;
            case Type.DOUBLE -> DOUBLE;
            default -> type.getInternalName();
        };
    }

    private MethodVisitor begin(int flags, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(flags, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0); // computed
        code.visitEnd();
    }

    private static String[] internalNames(Stream<Class<?>> types) {
        return types.map(Type::getInternalName).toArray(String[]::new);
    }
}
