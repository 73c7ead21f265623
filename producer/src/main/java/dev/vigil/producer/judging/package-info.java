/** What a file is and whether it is whole: what reading it showed, weighed with its name, its clock and what was said before. */
package dev.vigil.producer.judging;
