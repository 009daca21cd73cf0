// Runs HeidelTime over many pages in one process: java -cp JAR HeidelTimePages.java CONFIG LANGUAGE FOLDER
// Each NAME.txt in FOLDER (its first line is the day it was written, or empty) becomes NAME.tml beside it. The CPU
// seconds that the pages took, without the start, are printed at the end.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

public class HeidelTimePages {
  public static void main(String[] given) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // it is talkative
    HeidelTimeStandalone tagger = new HeidelTimeStandalone(
        Language.getLanguageFromString(given[1]), DocumentType.NEWS, OutputType.TIMEML, given[0], POSTagger.TREETAGGER);
    List<Path> pages;
    try (var files = Files.list(Path.of(given[2]))) {
      pages = files.filter(file -> file.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
    }
    long began = System.nanoTime();
    for (Path page : pages) {
      String whole = Files.readString(page);
      int line = whole.indexOf('\n');
      String day = whole.substring(0, line).trim();
      Date written = day.isEmpty() ? new Date(0) : new SimpleDateFormat("yyyy-MM-dd").parse(day);
      String tagged = tagger.process(whole.substring(line + 1), written);
      Files.writeString(Path.of(page.toString().replaceAll("txt$", "tml")), tagged);
    }
    out.printf("%.3f%n", (System.nanoTime() - began) / 1e9);
  }
}
