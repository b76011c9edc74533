# From the kernel's entry point to C#, and the system call instruction. System V ABI, AMD64 supplement, 3.4.1.

        .section .text.start, "ax"
        .globl  _start
_start:
        xorl    %ebp, %ebp                      # the stack walk of a panic ends here
        movq    %rsp, uk_stack_top(%rip)
        andq    $-16, %rsp
        call    uk_boot
        call    uk_runtime_initialize
        xorl    %edi, %edi
        xorl    %esi, %esi
        call    __managed__Main
        movl    %eax, %edi
        call    uk_exit
        ud2

# nint uk_syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f): the result, or the negated errno.
        .globl  uk_syscall
uk_syscall:
        movq    %rdi, %rax
        movq    %rsi, %rdi
        movq    %rdx, %rsi
        movq    %rcx, %rdx
        movq    %r8, %r10
        movq    %r9, %r8
        movq    8(%rsp), %r9
        syscall
        ret

# nint uk_start_thread(nint flags, nuint stackTop, void* entry, void* argument): the thread's number, or the negated errno.
        .section .text.uk_start_thread, "ax"
        .globl  uk_start_thread
uk_start_thread:
        pushq   %r12
        pushq   %r13
        movq    %rdx, %r12
        movq    %rcx, %r13
        movl    $56, %eax                       # clone
        xorl    %edx, %edx
        xorl    %r10d, %r10d
        xorl    %r8d, %r8d
        syscall
        testq   %rax, %rax
        jz      1f
        popq    %r13
        popq    %r12
        ret
1:      xorl    %ebp, %ebp
        movq    %r13, %rdi
        call    *%r12
        ud2

        .section .text.start, "ax"
# Where a handler that returns goes: rt_sigreturn.
        .globl  uk_signal_return
uk_signal_return:
        movl    $15, %eax
        syscall

# What the kernel calls for a fault: rdi = signal, rsi = siginfo_t, rdx = ucontext_t.
        .globl  uk_signal_entry
uk_signal_entry:
        andq    $-16, %rsp
        call    uk_signal
        ud2

# And for a wish that the process ends: edi = signal. The program goes on where it was.
        .globl  uk_stop_entry
uk_stop_entry:
        subq    $8, %rsp
        call    uk_stop_requested
        addq    $8, %rsp
        ret

        .globl  uk_signal_addresses
uk_signal_addresses:
        leaq    uk_signal_entry(%rip), %rax
        movq    %rax, (%rdi)
        leaq    uk_stop_entry(%rip), %rax
        movq    %rax, (%rdx)
        leaq    uk_signal_return(%rip), %rax
        movq    %rax, (%rsi)
        ret

        .globl  uk_initial_stack
uk_initial_stack:
        movq    uk_stack_top(%rip), %rax
        ret

        .section .bss.start, "aw", @nobits
        .balign 8
uk_stack_top:
        .skip   8
