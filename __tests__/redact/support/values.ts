import * as fc from 'fast-check'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const SIGNS = Array.from('ABCXYZ0123456789+/=_-.~:;,!?@#$%&*()[]{}<>"\'|^` ')

const octet = fc.nat(255)

export const ipv4 = fc
  .tuple(fc.integer({ min: 100, max: 223 }), octet, octet, fc.integer({ min: 10, max: 255 }))
  .map((octets) => octets.join('.'))

export const ipv6 = fc
  .tuple(
    fc.integer({ min: 0x2000, max: 0x3fff }),
    fc.array(fc.integer({ min: 0x1000, max: 0xffff }), { minLength: 5, maxLength: 5 }),
  )
  .map(([first, rest]) => {
    const groups = [first, ...rest].map((group) => group.toString(16))
    return `${groups.slice(0, 4).join(':')}::${groups.slice(4).join(':')}`
  })

const label = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 3, maxLength: 12 })

export const hostName = fc
  .tuple(label, fc.nat(99), label, label)
  .map(([first, number, second, last]) => `${first}-${number}.${second}.${last}q`)

export const secret = fc
  .tuple(
    label,
    fc.string({ unit: fc.constantFrom(...LETTERS, ...SIGNS), minLength: 8, maxLength: 60 }),
    label,
  )
  .map(([first, middle, last]) => first + middle + last)
