import { type Entries, type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { createContext, createElement, Fragment, type ReactElement, type ReactNode, useContext } from "react";
import { renderEmail } from "../render-email.ts";
import { type Brand, brandOf } from "./brand.ts";

const BrandContext = createContext(brandOf());

/** In whose name the template around it is rendered. */
export function useBrand(): Brand {
  return useContext(BrandContext);
}

/** Texts of a catalogue in the language of the template around it. */
export function useWords<Of extends Entries>(entries: Of): Words<Of> {
  return wordsIn(entries, useBrand().locale);
}

/** A text in pieces, in which values are elements. */
export function joined(pieces: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...pieces);
}

/** Renders one of the marketplace's templates in the name of a brand. */
export function renderBranded(template: ReactElement, brand: Brand): Promise<{ html: string; text: string }> {
  return renderEmail(<BrandContext value={brand}>{template}</BrandContext>);
}
