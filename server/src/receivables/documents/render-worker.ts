import { answerTasks } from '../../lib/answer-tasks.ts'
import { renderInvoice } from './draw-invoice.ts'
import { renderReceipt } from './draw-receipt.ts'
import type { RenderTask } from './index.ts'

answerTasks((task: RenderTask) =>
  task.kind === 'invoice' ? renderInvoice(task.document) : renderReceipt(task.document),
)
