import { change, type Step } from '../../domain/cause.ts'

/** A step that sets an input of the workflow. */
export function setInput(action: string, details: string): Step {
  return change(action, details, 'restore the input.')
}
