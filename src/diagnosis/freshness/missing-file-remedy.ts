import { look, change, type Remedy } from '../../domain/cause.ts'
import { setInput } from '../rules/set-input.ts'
import { NOT_FOUND, purgeUrl } from './stale-remedy.ts'

/** `page-file`: the page names a missing file. `file`: the URL itself names one. `file-type`: its type is wrong. */
const FORMS = ['page-file', 'file', 'file-type'] as const
type FileForm = (typeof FORMS)[number]

export function isFileForm(form: string | undefined): form is FileForm {
  return FORMS.some((known) => known === form)
}

/** The remedy of `origin-not-deployed` for a file that is missing. */
export function missingFileRemedy({
  host,
  form,
}: {
  readonly host: string
  readonly form: FileForm
}): Remedy {
  return {
    summary:
      form === 'file-type'
        ? 'Send the file with the right `Content-Type`.'
        : 'Deploy the missing file, and keep the files of earlier releases.',
    steps: form === 'file-type' ? fixType(host) : deployFile(host),
    difficulty: 'easy',
    reference:
      form === 'file-type'
        ? 'https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script'
        : 'https://vite.dev/guide/build#load-error-handling',
  }
}

function deployFile(host: string): Remedy['steps'] {
  return [
    look(
      'Check that the deploy uploaded the file',
      ` that this report names: \`curl -sI 'https://${host}/PATH'\`, with its path. Compare its name with the files of the build.`,
    ),
    look(
      'Check the base path of the build',
      ' (`base`, `publicPath`, `assetPrefix`) if all files are missing.',
    ),
    change(
      'Upload scripts and stylesheets first, and the page last.',
      ' Keep the files of earlier releases for at least a day: open and cached pages still need them.',
      'deploy the previous version.',
    ),
    NOT_FOUND,
    setInput('Set `check-assets: false`', ' if the page works without the file.'),
  ]
}

function fixType(host: string): Remedy['steps'] {
  return [
    look('Check the type', `: \`curl -sI 'https://${host}/PATH'\`, with the path that this report names.`),
    change(
      'Set the `Content-Type` of the file',
      ': `text/javascript` for scripts and modules, `text/css` for stylesheets. In nginx, `include mime.types;`. In object storage, set it at the upload.',
      'restore the old type.',
    ),
    purgeUrl('the file afterward'),
  ]
}
