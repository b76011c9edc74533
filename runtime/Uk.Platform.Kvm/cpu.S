# Instructions that C# cannot express, one function each, in the C calling convention.

        .macro  function name
        .section .text.\name, "ax"
        .globl  \name
\name:
        .endm

        function uk_in8
        movl    %edi, %edx
        xorl    %eax, %eax
        inb     %dx, %al
        ret

        function uk_in16
        movl    %edi, %edx
        xorl    %eax, %eax
        inw     %dx, %ax
        ret

        function uk_in32
        movl    %edi, %edx
        inl     %dx, %eax
        ret

        function uk_out8
        movl    %edi, %edx
        movl    %esi, %eax
        outb    %al, %dx
        ret

        function uk_out16
        movl    %edi, %edx
        movl    %esi, %eax
        outw    %ax, %dx
        ret

        function uk_out32
        movl    %edi, %edx
        movl    %esi, %eax
        outl    %eax, %dx
        ret

# void uk_cpuid(uint leaf, uint subleaf, uint registers[4])
        function uk_cpuid
        pushq   %rbx
        movq    %rdx, %r8
        movl    %edi, %eax
        movl    %esi, %ecx
        cpuid
        movl    %eax, (%r8)
        movl    %ebx, 4(%r8)
        movl    %ecx, 8(%r8)
        movl    %edx, 12(%r8)
        popq    %rbx
        ret

# int uk_rdrand(ulong* value): 0 where the processor had no bits ready
        function uk_rdrand
        rdrand  %rax
        movq    %rax, (%rdi)
        setc    %al
        movzbl  %al, %eax
        ret

        function uk_load_idt
        lidt    (%rdi)
        ret

        function uk_flush_page
        invlpg  (%rdi)
        ret

        function uk_image_layout
        movq    $image_layout, %rax
        ret

# Empties the interrupt descriptor table and faults.
        function uk_triple_fault
        pushq   $0
        pushq   $0
        lidt    (%rsp)
        ud2

# ImageLayout in Cpu.cs.
        .section .rodata.image_layout, "a"
        .balign 8
image_layout:
        .quad   uk_stack_guard, uk_stack_bottom, uk_stack_top
        .quad   uk_fault_stack, uk_fault_stack_top
        .quad   uk_image_end
        .quad   uk_pml4
        .quad   uk_trap_stubs
