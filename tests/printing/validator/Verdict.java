import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Arguments: PDF files. One line for each file and flavour: name, flavour, "pass" or "fail", and the broken rules. */
public class Verdict {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : files) {
            for (String id : new String[] {"ua1", "2a"}) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    Map<String, String> broken = new TreeMap<>();
                    for (TestAssertion assertion : result.getTestAssertions()) {
                        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                            broken.put(
                                    assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
                                    assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                        }
                    }
                    String verdict = result.isCompliant() ? "pass" : "fail";
                    System.out.println(name + "\t" + id + "\t" + verdict + "\t" + broken);
                }
            }
        }
    }
}
