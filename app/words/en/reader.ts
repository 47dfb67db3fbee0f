// English: what the reader screens say.

export const reader = {}
