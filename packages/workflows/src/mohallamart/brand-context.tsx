import { createContext, type ReactElement, useContext } from "react";
import { renderEmail } from "../render-email.ts";
import { type Brand, brandOf } from "./brand.ts";

const BrandContext = createContext(brandOf());

/** In whose name the template around it is rendered. */
export function useBrand(): Brand {
  return useContext(BrandContext);
}

/** Renders one of the marketplace's templates in the name of a brand. */
export function renderBranded(template: ReactElement, brand: Brand): Promise<{ html: string; text: string }> {
  return renderEmail(<BrandContext value={brand}>{template}</BrandContext>);
}
