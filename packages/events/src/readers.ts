export { parseReaderList, type ReaderList, readerList, readsIn } from "./internal/readers/reader-list.ts";
export { isRecorded, type Read, readBy, recordReads } from "./internal/readers/reads.ts";
