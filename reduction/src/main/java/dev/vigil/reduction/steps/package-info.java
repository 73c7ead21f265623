/** What recipes are made of: each step a record that holds all it needs and can say in words what it does. */
package dev.vigil.reduction.steps;
