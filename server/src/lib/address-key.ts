import ipaddr from 'ipaddr.js'

const NETWORK_PARTS = 4

/**
 * What counters count an internet address as: an IPv4 address as it is, an IPv6 one by its network of 64 bits, since
 * whoever has one address of it has them all. What a proxy wrote with a port counts without; what is no address
 * counts as one and the same.
 */
export function addressKey(address: string): string {
  const text = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address
  if (!ipaddr.isValid(text)) return 'unknown'
  const parsed = ipaddr.process(text)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  const network = parsed.parts.map((part, i) => (i < NETWORK_PARTS ? part : 0))
  return `${new ipaddr.IPv6(network).toString()}/64`
}
