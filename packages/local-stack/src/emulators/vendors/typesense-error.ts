/** A refusal in the server's format: a status and one sentence. */
export class TypesenseFailure extends Error {
  static isInstance(value: unknown): value is TypesenseFailure {
    return value instanceof TypesenseFailure;
  }

  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "TypesenseFailure";
    this.status = status;
  }
}

export function typesenseError(status: number, message: string): TypesenseFailure {
  return new TypesenseFailure(status, message);
}
