// Lets a component import its own style sheet; the build turns it into a linked file of the app.
declare module '*.css';
