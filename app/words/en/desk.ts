// English: what the desk screens say.

export const desk = {}
