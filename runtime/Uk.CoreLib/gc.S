# Collecting: what registers hold must be seen. Linked where the heap is collected.

        .section .text.gc, "ax"
        .globl  uk_collect
uk_collect:
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, %rdi
        subq    $8, %rsp
        call    uk_collect_from
        addq    $56, %rsp
        ret
