// `npm run docs`: writes the pages of docs/ that are made from the program's own tables.
import { writeFileSync } from 'node:fs'
import { workflowPage } from './docs/workflow-page.ts'

writeFileSync('docs/WORKFLOW.md', workflowPage())
console.log('docs/WORKFLOW.md is written.')
