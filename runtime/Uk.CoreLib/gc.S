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

# Allocation: rdi = method table. From memory that is cleared, unless there is too little of it.
        .globl  RhpNewFast
RhpNewFast:
        movl    4(%rdi), %eax                   # the base size, a multiple of 8
        movq    uk_allocation(%rip), %rdx
        addq    %rdx, %rax
        cmpq    uk_allocation+8(%rip), %rax
        ja      uk_new
        movq    %rax, uk_allocation(%rip)
        movq    %rdi, 8(%rdx)
        leaq    8(%rdx), %rax
note_start:
        subq    uk_allocation+16(%rip), %rdx    # one bit for 8 bytes of the room
        movq    uk_allocation+24(%rip), %rcx
        movq    %rdx, %rdi
        shrq    $3, %rdx
        shrq    $9, %rdi
        movq    (%rcx,%rdi,8), %rsi
        btsq    %rdx, %rsi
        movq    %rsi, (%rcx,%rdi,8)
        ret

# rdi = method table, rsi = length. Long arrays, and lengths that are an error, are left to C#.
        .globl  RhpNewArrayFast
        .globl  RhpNewPtrArrayFast
RhpNewArrayFast:
RhpNewPtrArrayFast:
        cmpq    $0x4000, %rsi
        ja      uk_new_array
        movzwl  (%rdi), %eax
        imulq   %rsi, %rax
        movl    4(%rdi), %ecx
        leaq    7(%rax,%rcx), %rax
        andq    $-8, %rax
        movq    uk_allocation(%rip), %rdx
        addq    %rdx, %rax
        cmpq    uk_allocation+8(%rip), %rax
        ja      uk_new_array
        movq    %rax, uk_allocation(%rip)
        movq    %rdi, 8(%rdx)
        movl    %esi, 16(%rdx)
        leaq    8(%rdx), %rax
        jmp     note_start

        .globl  uk_allocation_context
uk_allocation_context:
        leaq    uk_allocation(%rip), %rax
        ret

# AllocationContext: next, limit, room, bitmap of starts.
        .section .bss, "aw", @nobits
        .balign 8
uk_allocation:
        .skip   32
