# Waiting for an interrupt: see ApicTimer.cs.

        .set    END_OF_INTERRUPT, 0xFEE000B0    # of the local APIC

# An interrupt waits for one instruction after sti, so none is lost before the halt.
        .section .text.uk_halt, "ax"
        .globl  uk_halt
uk_halt:
        sti
        hlt
        cli
        ret

        .section .text.uk_interrupt_stub, "ax"
        .globl  uk_interrupt_stub
uk_interrupt_stub:
        leaq    1f(%rip), %rax
        ret
1:      pushq   %rax
        movl    $END_OF_INTERRUPT, %eax
        movl    $0, (%rax)
        popq    %rax
        iretq
