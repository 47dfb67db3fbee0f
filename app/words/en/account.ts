// English: what the account screens say.

export const account = {}
