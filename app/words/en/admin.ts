// English: what the admin screens say.

export const admin = {}
