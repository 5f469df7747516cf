// The one taxonomy of errors: every failure a user can see has a code from this list.

/** HTTP status a code answers with on the REST interface; 499 and below are the caller's to mend. */
export const ERROR_STATUS = {
  InvalidInput: 400,
  Unauthenticated: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  Conflict: 409,
  Gone: 410,
  TooLarge: 413,
  Unsupported: 415,
  Unprocessable: 422,
  LimitExceeded: 429,
  Bug: 500,
  StoreUnavailable: 503,
  QueryTimeout: 504,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** Machine-readable particulars that are safe to show to a caller: no paths, no secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error with a code; test by `code`, never by message. `message` is one sentence that says what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  /** True where the same call may succeed later without any change by the caller. */
  get retriable(): boolean {
    return this.code === 'StoreUnavailable' || this.code === 'LimitExceeded';
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
