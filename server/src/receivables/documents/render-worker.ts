import { answerTasks } from '../../lib/answer-tasks.ts'
import { renderInvoice } from './draw-invoice.ts'
import { renderReceipt } from './draw-receipt.ts'
import { renderStatement } from './draw-statement.ts'
import type { RenderTask } from './index.ts'

answerTasks((task: RenderTask) => {
  switch (task.kind) {
    case 'invoice':
      return renderInvoice(task.document)
    case 'receipt':
      return renderReceipt(task.document)
    case 'statement':
      return renderStatement(task.document)
  }
})
