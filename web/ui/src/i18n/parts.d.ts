declare module '*.json?first' {
  const texts: import('./texts').Texts
  export default texts
}

declare module '*.json?rest' {
  const texts: import('./texts').Texts
  export default texts
}
