// One way to ask the service: JSON or bytes, problems as errors with a sentence, an absent service told apart.

export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** HTTP status; 0 where the service could not be reached at all. */
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

export type QueryValue = string | number | readonly string[] | undefined;

/** Undefined values fall away, lists repeat the parameter. */
export function address(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const each of typeof value === 'object' ? value : [String(value)]) parameters.append(name, each);
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export async function ask(path: string, options: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServiceError('The service does not answer. Start it with “npm start”, then try again.', 0, { cause });
  }
  if (response.ok) return response;
  throw new ServiceError(await problemOf(response), response.status);
}

export async function askJson<T>(path: string, options: RequestInit = {}): Promise<T> {
  const response = await ask(path, options);
  return (await response.json()) as T;
}

async function problemOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { readonly detail?: unknown };
    if (typeof body.detail === 'string') return body.detail;
  } catch {
    // A proxy in between may answer with a page of its own; the status has to do.
  }
  return `The service answered with status ${response.status}; try again, or look into its log.`;
}
