// English: what the contributor screens say.

export const contributor = {}
