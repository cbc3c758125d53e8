/** How often a vendor is asked for a message; what it cannot tell then, it never will. */
export const mostAsked = 3;
