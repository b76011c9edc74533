# Waiting for an interrupt: see IntervalTimer.cs.

        .set    MASTER_COMMAND, 0x20            # Intel 8259A
        .set    END_OF_INTERRUPT, 0x20

# The interrupt after sti waits for one instruction, so none is lost before the halt.
        .section .text.uk_halt, "ax"
        .globl  uk_halt
uk_halt:
        sti
        hlt
        cli
        ret

# Every line of the controllers but the timer's is masked. A spurious interrupt needs no acknowledgement and bears one.
        .section .text.uk_interrupt_stub, "ax"
        .globl  uk_interrupt_stub
uk_interrupt_stub:
        leaq    1f(%rip), %rax
        ret
1:      pushq   %rax
        movb    $END_OF_INTERRUPT, %al
        outb    %al, $MASTER_COMMAND
        popq    %rax
        iretq
