// What the build tool puts in place of `import.meta.env`. Refuses any other build-time value.
interface ImportMetaEnv {
  /** True only in the development server; false, and cut away, in every build. */
  readonly DEV: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

declare module '*?raw' {
  const text: string;
  export default text;
}
