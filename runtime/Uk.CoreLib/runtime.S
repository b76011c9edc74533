# What compiled code and the core library need in assembly, the same on every platform.

        .macro  function name
        .section .text.\name, "ax"
        .globl  \name
\name:
        .endm

# Storing a reference into an object. The heap does not move or collect, so there is nothing to remember.
# rdi = where, rsi = reference.
        function RhpAssignRef
        .globl  RhpCheckedAssignRef
RhpCheckedAssignRef:
        movq    %rsi, (%rdi)
        ret

# Copies a reference from [rsi] to [rdi] and advances both; every other register is preserved, but rcx may change.
        function RhpByRefAssignRef
        movq    (%rsi), %rcx
        movq    %rcx, (%rdi)
        addq    $8, %rdi
        addq    $8, %rsi
        ret

# Calls between managed code and the platform: no collector has to know of them.
        function RhpReversePInvoke
        .globl  RhpReversePInvokeReturn
RhpReversePInvokeReturn:
        .globl  RhpPInvoke
RhpPInvoke:
        .globl  RhpPInvokeReturn
RhpPInvokeReturn:
        .globl  RhpGcPoll
RhpGcPoll:
        ret

# An interface call: r11 = the call site's cell, rdi = the object. Every argument register survives the search. The cache
# has entries of 32 bytes: cell, type, method.
        .set    DISPATCH_SHIFT, 8

# The offset of the entry for the cell in r11 and the type in rax, in r10.
        .macro  dispatch_entry
        leal    (%rax,%r11,2), %r10d
        imull   $0x9E3779B1, %r10d
        shrl    $32 - DISPATCH_SHIFT, %r10d
        shll    $5, %r10d
        .ifdef  UK_SEVERAL_LCORES
        addq    %gs:8, %r10                     # each lcore has a cache of its own, in its block
        .endif
        .endm

        .ifdef  UK_SEVERAL_LCORES
        .set    dispatch_cache, 0x1000          # CoreBlock
        .else
        .set    dispatch_cache, uk_dispatch_cache
        .endif

        function RhpInitialDynamicInterfaceDispatch
        .cfi_startproc
        testq   %rdi, %rdi
        jz      1f
        movq    (%rdi), %rax
        dispatch_entry
        cmpq    %r11, dispatch_cache(%r10)
        jne     1f
        cmpq    %rax, dispatch_cache+8(%r10)
        jne     1f
        jmp     *dispatch_cache+16(%r10)
1:
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset %rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register %rbp
        pushq   %rdi
        pushq   %rsi
        pushq   %rdx
        pushq   %rcx
        pushq   %r8
        pushq   %r9
        pushq   %r11
        subq    $136, %rsp
        .set    index, 0
        .irp    register, xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7
        movdqu  %\register, index(%rsp)
        .set    index, index + 16
        .endr
        movq    %r11, %rsi
        call    uk_resolve_interface_call
        .set    index, 0
        .irp    register, xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7
        movdqu  index(%rsp), %\register
        .set    index, index + 16
        .endr
        addq    $136, %rsp
        popq    %r11
        popq    %r9
        popq    %r8
        popq    %rcx
        popq    %rdx
        popq    %rsi
        popq    %rdi
        popq    %rbp
        .cfi_def_cfa %rsp, 8
        pushq   %rax
        movq    (%rdi), %rax
        dispatch_entry
        movq    %r11, dispatch_cache(%r10)
        movq    %rax, dispatch_cache+8(%r10)
        popq    %rax
        movq    %rax, dispatch_cache+16(%r10)
        jmp     *%rax
        .cfi_endproc

# The remainder of floating division, xmm0 by xmm1: the sign is that of xmm0. The old unit gets it exactly, some bits
# at a time; nothing else uses it, so it is in the state that it is put into here.
        function fmodf
        cvtss2sd %xmm0, %xmm0
        cvtss2sd %xmm1, %xmm1
        subq    $8, %rsp
        call    fmod
        addq    $8, %rsp
        cvtsd2ss %xmm0, %xmm0
        ret

        function fmod
        subq    $16, %rsp
        movsd   %xmm1, (%rsp)
        movsd   %xmm0, 8(%rsp)
        fninit
        fldl    (%rsp)
        fldl    8(%rsp)
1:      fprem
        fnstsw  %ax
        testb   $4, %ah                         # C2: not reduced yet
        jnz     1b
        fstp    %st(1)
        fstpl   (%rsp)
        movsd   (%rsp), %xmm0
        addq    $16, %rsp
        ret

# Touches every page of a large frame in turn, so that the guard page is not stepped over. r11 = where the frame ends.
        function RhpStackProbe
        pushq   %rbp
        movq    %rsp, %rbp
        andq    $-4096, %rsp
1:      subq    $4096, %rsp
        testl   %eax, (%rsp)
        cmpq    %r11, %rsp
        jg      1b
        movq    %rbp, %rsp
        popq    %rbp
        ret

        .ifndef UK_SEVERAL_LCORES
        .section .bss.uk_dispatch_cache, "aw", @nobits
        .balign 32
uk_dispatch_cache:
        .skip   32 << DISPATCH_SHIFT
        .endif

# Blocks are moved by units: two vectors of 16 bytes, or one of 32 or 64 where the image is compiled for processors that
# have them. The assembler is then told which registers the image uses (see Sdk.targets), and makes all of the above of
# the same kind as compiled code, because processors lose time where kinds are mixed.
        .set    UNIT, 32
        .ifdef  UK_VECTOR_STATE
        .if     UK_VECTOR_STATE & 0xE0          # AVX-512
        .set    UNIT, 64
        .endif
        .endif

        .macro  get offset, address, unit
        .ifndef UK_VECTOR_STATE
        movdqu  \offset\address, %xmm\unit
        movdqu  \offset+16\address, %xmm1\unit
        .elseif UNIT == 32
        vmovdqu \offset\address, %ymm\unit
        .else
        vmovdqu64 \offset\address, %zmm\unit
        .endif
        .endm

        .macro  put unit, offset, address
        .ifndef UK_VECTOR_STATE
        movdqu  %xmm\unit, \offset\address
        movdqu  %xmm1\unit, \offset+16\address
        .elseif UNIT == 32
        vmovdqu %ymm\unit, \offset\address
        .else
        vmovdqu64 %zmm\unit, \offset\address
        .endif
        .endm

        .macro  return
        .ifdef  UK_VECTOR_STATE
        vzeroupper
        .endif
        ret
        .endm

# void uk_memmove(byte* destination, byte* source, nuint length): what is read last is read before anything is written
# over it, so that the blocks may overlap.
        function uk_memmove
        cmpq    $16, %rdx
        jb      2f
        cmpq    $32, %rdx
        ja      5f
        movdqu  (%rsi), %xmm0
        movdqu  -16(%rsi,%rdx), %xmm1
        movdqu  %xmm0, (%rdi)
        movdqu  %xmm1, -16(%rdi,%rdx)
1:      ret
2:      cmpl    $8, %edx
        jb      3f
        movq    (%rsi), %rax
        movq    -8(%rsi,%rdx), %rcx
        movq    %rax, (%rdi)
        movq    %rcx, -8(%rdi,%rdx)
        ret
3:      cmpl    $4, %edx
        jb      4f
        movl    (%rsi), %eax
        movl    -4(%rsi,%rdx), %ecx
        movl    %eax, (%rdi)
        movl    %ecx, -4(%rdi,%rdx)
        ret
4:      testl   %edx, %edx
        jz      1b
        movl    %edx, %r8d
        shrl    $1, %r8d                        # first, middle and last are all bytes of one, two or three
        movzbl  (%rsi), %eax
        movzbl  (%rsi,%r8), %ecx
        movzbl  -1(%rsi,%rdx), %r9d
        movb    %al, (%rdi)
        movb    %cl, (%rdi,%r8)
        movb    %r9b, -1(%rdi,%rdx)
        ret
5:
        .if     UNIT == 64
        cmpq    $64, %rdx
        ja      6f
        vmovdqu (%rsi), %ymm0
        vmovdqu -32(%rsi,%rdx), %ymm1
        vmovdqu %ymm0, (%rdi)
        vmovdqu %ymm1, -32(%rdi,%rdx)
        return
6:
        .endif
        get     0, (%rsi), 0
        get     -UNIT, "(%rsi,%rdx)", 1
        cmpq    $2*UNIT, %rdx
        jbe     8f
        movq    %rdi, %rax
        subq    %rsi, %rax
        cmpq    %rdx, %rax
        jb      9f
        movq    %rdi, %rax
        addq    %rdi, %rdx
        subq    %rdi, %rsi
        andq    $-UNIT, %rdi                    # what is written is aligned, but for the first unit and the last
        addq    $UNIT, %rdi
        subq    $UNIT, %rdx
7:      get     0, "(%rsi,%rdi)", 2
        put     2, 0, (%rdi)
        addq    $UNIT, %rdi
        cmpq    %rdx, %rdi
        jb      7b
        put     0, 0, (%rax)
        put     1, 0, (%rdx)
        return
8:      put     0, 0, (%rdi)
        put     1, -UNIT, "(%rdi,%rdx)"
        return
9:      get     -UNIT, "(%rsi,%rdx)", 2           # the end of the source would be overwritten: backwards
        put     2, -UNIT, "(%rdi,%rdx)"
        subq    $UNIT, %rdx
        cmpq    $UNIT, %rdx
        ja      9b
        put     0, 0, (%rdi)
        return

# void uk_clear(byte* destination, nuint length)
        function uk_clear
        movq    %rsi, %rdx
        xorl    %esi, %esi
        cmpq    $4096, %rdx
        jb      uk_fill
        movq    %rdx, %rcx                      # processors clear whole lines without reading them
        xorl    %eax, %eax
        rep stosb
        ret

# void uk_fill(byte* destination, byte value, nuint length)
        function uk_fill
        movzbl  %sil, %eax
        movabsq $0x0101010101010101, %rcx
        imulq   %rcx, %rax
        cmpq    $16, %rdx
        jb      3f
        movq    %rax, %xmm0
        punpcklqdq %xmm0, %xmm0
        leaq    -16(%rdi,%rdx), %rcx
        subq    $32, %rdx
        jb      2f
1:      movdqu  %xmm0, (%rdi)
        movdqu  %xmm0, 16(%rdi)
        addq    $32, %rdi
        subq    $32, %rdx
        jae     1b
2:      cmpq    %rcx, %rdi
        jae     4f
        movdqu  %xmm0, (%rdi)
4:      movdqu  %xmm0, (%rcx)
        ret
3:      testb   $8, %dl
        jz      5f
        movq    %rax, (%rdi)
        movq    %rax, -8(%rdi,%rdx)
        ret
5:      testb   $4, %dl
        jz      6f
        movl    %eax, (%rdi)
        movl    %eax, -4(%rdi,%rdx)
        ret
6:      testl   %edx, %edx
        jz      7f
        movb    %al, (%rdi)
        movb    %al, -1(%rdi,%rdx)
        shrl    $1, %edx
        movb    %al, (%rdi,%rdx)
7:      ret

        function uk_frame_pointer
        movq    %rbp, %rax
        ret

        function uk_modules
        movq    __start___modules(%rip), %rax
        ret

        function uk_build_id
        leaq    uk_build_id_start + 16(%rip), %rax      # behind the note's header and its name, "GNU"
        ret

# rdi = where eax, ebx, ecx and edx go; esi = the leaf, edx = the leaf below it.
        function uk_processor_id
        pushq   %rbx
        movl    %esi, %eax
        movl    %edx, %ecx
        cpuid
        movl    %eax, (%rdi)
        movl    %ebx, 4(%rdi)
        movl    %ecx, 8(%rdi)
        movl    %edx, 12(%rdi)
        popq    %rbx
        ret

# In programs with several lcores gs points at the block of the one that runs: its number, then its own address.
        function uk_lcore
        movl    %gs:0, %eax
        ret

        function uk_lcore_block
        movq    %gs:8, %rax
        ret

        function uk_cycles
        rdtsc
        shlq    $32, %rdx
        orq     %rdx, %rax
        ret

# What IsSupported reads for instructions that the image's instruction set leaves open: an image uses those that it was
# compiled for, and no others.
        .section .rodata.g_cpuFeatures, "a"
        .globl  g_cpuFeatures
        .balign 8
g_cpuFeatures:
        .skip   8

        .section .bss.RhpTrapThreads, "aw", @nobits
        .globl  RhpTrapThreads
        .balign 4
RhpTrapThreads:
        .skip   4

        .section .data.__security_cookie, "aw"
        .globl  __security_cookie
        .balign 8
__security_cookie:
        .quad   0x00B5C1DE7A3F92E4
