# Throwing, calling the blocks of a method that handle, and going on behind them. Linked where a program catches.
# The words of a RegisterContext: rbx, rbp, r12, r13, r14, r15, rsp, rip, is-fault.

        .set    CONTEXT_LENGTH, 72

        .section .text.exceptions, "ax"

        .macro  save_registers context
        movq    %rbx, (\context)
        movq    %rbp, 8(\context)
        movq    %r12, 16(\context)
        movq    %r13, 24(\context)
        movq    %r14, 32(\context)
        movq    %r15, 40(\context)
        .endm

        .macro  load_registers context
        movq    (\context), %rbx
        movq    8(\context), %rbp
        movq    16(\context), %r12
        movq    24(\context), %r13
        movq    32(\context), %r14
        movq    40(\context), %r15
        .endm

# Makes the context of the caller on the stack and leaves its address in \context. The stack is aligned for a call.
        .macro  make_context context
        movq    (%rsp), %rax                    # return address
        leaq    8(%rsp), %rcx                   # the caller's stack pointer
        subq    $CONTEXT_LENGTH, %rsp
        movq    %rsp, \context
        save_registers \context
        movq    %rcx, 48(\context)
        movq    %rax, 56(\context)
        movq    $0, 64(\context)
        andq    $-16, %rsp
        .endm

        .globl  RhpThrowEx
RhpThrowEx:
        make_context %rsi
        call    uk_throw
        ud2

        .globl  RhpRethrow
RhpRethrow:
        make_context %rdi
        call    uk_rethrow
        ud2

# void uk_raise_fault(int kind, RegisterContext* faulted): leaves the stack of the fault for that of the program.
        .globl  uk_raise_fault
uk_raise_fault:
        movq    48(%rsi), %rax
        subq    $CONTEXT_LENGTH, %rax
        andq    $-16, %rax
        .set    offset, 0
        .rept   CONTEXT_LENGTH / 8
        movq    offset(%rsi), %rcx
        movq    %rcx, offset(%rax)
        .set    offset, offset + 8
        .endr
        movq    %rax, %rsi
        movq    %rax, %rsp
        call    uk_throw_fault
        ud2

# nint uk_call_funclet(byte* block, object exception, RegisterContext* frame): what the block returns. The frame's
# registers are the block's, and it may change them.
        .globl  uk_call_funclet
uk_call_funclet:
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        pushq   %rdx
        movq    %rdi, %rax
        movq    %rsi, %rdi
        load_registers %rdx
        call    *%rax
funclet_return:
        popq    %rdx
        save_registers %rdx
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        ret

        .globl  uk_funclet_return
uk_funclet_return:
        leaq    funclet_return(%rip), %rax
        ret

# void uk_abandon_filter(ulong rsp): the stack pointer behind the call in uk_call_funclet.
        .globl  uk_abandon_filter
uk_abandon_filter:
        movq    %rdi, %rsp
        xorl    %eax, %eax
        # The registers that the filter saw go back as they were.
        movq    (%rsp), %rdx
        load_registers %rdx
        jmp     funclet_return

# void uk_resume(RegisterContext* frame, nint address)
        .globl  uk_resume
uk_resume:
        load_registers %rdi
        movq    48(%rdi), %rsp
        jmp     *%rsi

        .globl  uk_eh_frame_hdr
uk_eh_frame_hdr:
        leaq    uk_unwind_index(%rip), %rax
        ret
