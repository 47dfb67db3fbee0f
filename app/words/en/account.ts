// English: what the account screens say, and the frame around signed-in pages.

export const account = {
  frame: {
    skip: 'Skip to the page’s content',
    rail: 'Workspace',
    frontPage: (outlet: string) => `${outlet}, front page`,
    aboutReporting: 'How reporting works here',
    write: 'Write',
    myStories: 'My stories',
    desk: 'Desk',
    admin: 'Admin',
    account: 'Account',
    unconfirmed: 'Your e-mail address is not confirmed yet. You can write, and send once you have confirmed it.',
    sendAgain: 'Send the letter again',
  },
}
