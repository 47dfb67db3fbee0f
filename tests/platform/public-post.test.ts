// Messages to other sites go to the open internet and nowhere inside.
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { isPublicAddress, postToPublic } from '#app/platform/public-post.server.ts'

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  'localhost',
  '',
])('%s is no address of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
  '%s is one',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('nothing is sent to this machine, by number or by name, and no line is opened', async () => {
  let lines = 0
  const inside = createServer((socket) => {
    lines += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const address = inside.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
    await expect(
      postToPublic({ url: `https://${host}:${port}/`, type: 'text/plain', body: 'x' }),
      host,
    ).rejects.toThrow('open internet')
  await new Promise((resolve) => inside.close(resolve))
  expect(lines).toBe(0)
})

test('only https is spoken', async () => {
  for (const url of ['http://hub.example.org/', 'ftp://hub.example.org/', 'file:///etc/passwd'])
    await expect(postToPublic({ url, type: 'text/plain', body: 'x' }), url).rejects.toThrow('https')
})
