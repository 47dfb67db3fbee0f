// English: the outlet's policies on their pages, and their versions.
export const policies = {
  titles: {
    editorial: 'How we work',
    corrections: 'When we are wrong',
    ethics: 'Ethics',
    ownership: 'Ownership and funding',
    privacy: 'Privacy',
  },
  footer: 'Our rules',
  since: 'In this form since',
  history: 'Versions of the policies',
  historyLead: 'Every version of each policy, the newest first. Readers see the newest.',
  noHistory: 'Nobody has changed a policy yet. From the first change on, each version stays here.',
  names: {
    editorial: 'How we work',
    corrections: 'When we are wrong',
    ethics: 'Ethics',
    ownership: 'Ownership and funding',
    privacy: 'Privacy',
    safety: 'Safety',
    agreement: 'Agreement with reporters',
  } as Record<string, string>,
  by: 'Changed by',
  gone: 'somebody who has left',
  emptied: 'Emptied: readers no longer see it.',
  back: 'Back to the outlet',
}
