# Processor exceptions: one stub for each of the 32 vectors makes the same frame, then C# reports the fault.

        .set    STUB_LENGTH, 16

        .section .text.traps, "ax"
        .globl  uk_trap_stubs
        .balign STUB_LENGTH
uk_trap_stubs:
        .set    vector, 0
        .rept   32
        .balign STUB_LENGTH
        # Vectors 8, 10-14, 17, 21, 29 and 30 push an error code; the others get a zero in its place.
        .if     (0x60227D00 >> vector) & 1 == 0
        pushq   $0
        .endif
        pushq   $vector
        jmp     trap
        .set    vector, vector + 1
        .endr

trap:   pushq   %rax
        pushq   %rbx
        pushq   %rcx
        pushq   %rdx
        pushq   %rsi
        pushq   %rdi
        pushq   %rbp
        pushq   %r8
        pushq   %r9
        pushq   %r10
        pushq   %r11
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, %rdi                      # the frame: TrapFrame in Traps.cs
        movq    %cr2, %rsi
        cld
        andq    $-16, %rsp
        call    uk_trap                         # does not return
        ud2
