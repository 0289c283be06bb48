/** An answer that was read to its end. */
export interface ReadAnswer {
  readonly status: number;
  /** Lower case, without its parameters. */
  readonly type: string;
  readonly retryAfter: string | null;
  /** True when the browser was led elsewhere. */
  readonly redirected: boolean;
  /** The JSON that it is; undefined when it is none. */
  readonly json: unknown;
  /** As PouchDB's http adapter reads an answer: `ok`, `status` and `json()`. */
  readonly forPouch: Response;
}

/** Reads an answer whole, once; `moved` is told of each piece. Rejects when the line breaks before its end. */
export async function readAnswer(answer: Response, moved: () => void): Promise<ReadAnswer> {
  const json = parse(await readText(answer, moved));
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  return {
    status: answer.status,
    type: type.trim().toLowerCase(),
    retryAfter: answer.headers.get('retry-after'),
    redirected: answer.redirected || answer.type === 'opaqueredirect',
    json,
    // Parsed once: a page of a thousand records is a large text.
    forPouch: { ok: answer.ok, status: answer.status, headers: answer.headers, json: () => Promise.resolve(json) } as Response,
  };
}

async function readText(answer: Response, moved: () => void): Promise<string> {
  if (!answer.body) return answer.text();
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    moved();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
