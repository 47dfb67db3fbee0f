// English: what the workflow screens say.

export const workflow = {}
