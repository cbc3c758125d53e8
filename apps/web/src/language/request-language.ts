import {
  guessLanguage,
  isLanguage,
  type Language,
  sourceLanguage,
} from "@org/stores/mohallamart/words/languages";
import { isMarketPage } from "../http/product-at.ts";

interface RequestOptions {
  pathname: string;
  /** The header `Cookie`. */
  cookie: string | null | undefined;
  /** The header `Accept-Language`. */
  accepted: string | null | undefined;
}

/** In which a request is answered that no route takes: as was chosen in the browser, or as it asks for. No store is asked. */
export function requestLanguage({ pathname, cookie, accepted }: RequestOptions): Language {
  if (!isMarketPage(pathname)) return sourceLanguage;
  // Under either of its names, see `own-cookie.ts`: it chooses words and nothing else.
  const chosen = /(?:^|;\s*)(?:__Host-)?language=([^;]*)/.exec(cookie ?? "")?.[1];
  return isLanguage(chosen) ? chosen : guessLanguage(accepted);
}
