/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What an editor shows of a file that was opened in it. */
export interface Editor {
  /** The type and the words above it. */
  hover(position: Position): Promise<string>;
  /** Where one lands who asks for the definition: a path, and a line counted from 1. */
  definition(position: Position): Promise<{ file: string; line: number }>;
  /** The names that it offers there. */
  completions(position: Position): Promise<string[]>;
  /** Lines, counted from 1, with what is wrong there. */
  errors(): Promise<{ line: number; text: string }[]>;
  close(): Promise<void>;
}
