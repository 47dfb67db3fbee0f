// Reports of mail servers: which letter of ours could not be delivered, and everything that is no such report.
import { expect, test } from 'vitest'
import { bouncedKey } from '#app/newsroom/wire/bounce-report.ts'

const report = (status: string, { action = 'failed', id = 'newsletter-Ab_9-x', type = 'delivery-status' } = {}) =>
  [
    'From: MAILER-DAEMON@mx.example.org',
    'To: newsletter@courier.example.org',
    'Message-ID: <20261124.1@mx.example.org>',
    `Content-Type: multipart/report; report-type=${type};`,
    '\tboundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry. Message-ID: <newsletter-made-up@x>',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; reader@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: "The Courier" <newsletter@courier.example.org>',
    'Message-ID:',
    ` <${id}@courier.example.org>`,
    '',
    '--b--',
  ].join('\r\n')

test('a letter that was refused for good is known by its Message-ID', () => {
  expect(bouncedKey(report('5.1.1'))).toBe('newsletter-Ab_9-x')
  expect(bouncedKey(report('5.2.1').replaceAll('\r\n', '\n'))).toBe('newsletter-Ab_9-x')
  expect(bouncedKey(report('5.1.1').replace('report-type=delivery-status', 'REPORT-TYPE="delivery-status"'))).toBe(
    'newsletter-Ab_9-x',
  )
})

test('late, relayed, refused by a rule, about another letter, or no report at all: nothing', () => {
  expect(bouncedKey(report('4.2.2', { action: 'delayed' }))).toBeNull()
  expect(bouncedKey(report('4.4.1'))).toBeNull()
  expect(bouncedKey(report('2.0.0', { action: 'relayed' }))).toBeNull()
  expect(bouncedKey(report('5.7.1'))).toBeNull()
  expect(bouncedKey(report('5.1.1', { id: 'submitted-42-3' }))).toBeNull()
  expect(bouncedKey(report('5.1.1', { type: 'disposition-notification' }))).toBeNull()
  expect(
    bouncedKey('Subject: Re: the bridge\r\n\r\nAction: failed\nStatus: 5.1.1\nMessage-ID: <newsletter-x@y>'),
  ).toBeNull()
  for (const nothing of ['', '\0', 'a'.repeat(1_000_000), 'content-type: multipart/report\n'.repeat(30_000)])
    expect(bouncedKey(nothing)).toBeNull()
})
