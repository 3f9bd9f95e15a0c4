/** Sentences to begin with; their words stand with the page's other texts. */
export const examples = ['production', 'dataCentre', 'robotics'] as const
