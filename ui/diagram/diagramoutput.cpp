#include "ui/diagram/diagramoutput.h"

#include "models/diagram/diagrammodel.h"
#include "models/pooled.h"
#include "models/valuefile.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

/// Megapixels: what somebody waits for in a window.
constexpr double mostSaved = 100;
constexpr double mostCopied = 40;
constexpr double sharp = 2;

} // namespace

DiagramOutput::DiagramOutput(models::DiagramModel &model, QWidget &window)
    : QObject(&window)
    , m_model(model)
    , m_window(window)
{
}

void DiagramOutput::askForFile()
{
    if (m_dialog)
        return;
    m_dialog = new QFileDialog(&m_window, tr("Export the diagram"));
    m_dialog->setObjectName(u"diagramFile"_s);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const auto &form : diagramForms())
        filters << form.filter;
    m_dialog->setNameFilters(filters);
    m_dialog->setDefaultSuffix(diagramForms().front().suffix);
    // A name of a database may be anything; what would be a folder is none here.
    auto name = m_title.isEmpty() ? tr("diagram") : m_title;
    m_dialog->selectFile(name.replace(u'/', u'_'));
    connect(m_dialog, &QFileDialog::filterSelected, m_dialog,
            [dialog = m_dialog.data()](const QString &filter) {
                dialog->setDefaultSuffix(diagramForm(filter, {})->suffix);
            });
    connect(m_dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { save(path, *diagramForm(m_dialog->selectedNameFilter(), path)); });
    m_dialog->open();
}

void DiagramOutput::save(const QString &path, const DiagramForm &form)
{
    const auto taken = [this, path](const PictureFile &file) { save(path, file); };
    emit begun(tr("Drawing %1…").arg(QFileInfo(path).fileName()));
    if (const auto *language = std::get_if<diagram::Language>(&form.format)) {
        write(*language, {}, taken);
        return;
    }
    if (std::holds_alternative<DrizzleSchema>(form.format)) {
        writeDrizzle({}, taken);
        return;
    }
    auto drawing = drawingOf(m_model.picture(), form.scheme, m_title);
    drawing.paper = form.paper;
    const auto format = std::get<PictureFormat>(form.format);
    drawing.preferred = sharp;
    drawing.mostMegapixels = mostSaved;
    draw(drawing, format, taken);
}

void DiagramOutput::save(const QString &path, const PictureFile &file)
{
    m_writing.run(models::writeValueFile(path, file.bytes),
                  [this, path, remark = file.remark](const Result<qint64> &written) {
                      if (!written)
                          fail(written.error());
                      else if (remark.isEmpty())
                          emit done(tr("The diagram is in %1.").arg(path));
                      else
                          emit done(tr("The diagram is in %1. %2").arg(path, remark));
                  });
}

void DiagramOutput::copyImage(const std::vector<int> &boxes)
{
    emit begun(tr("Drawing an image…"));
    auto drawing = partOf(drawingOf(m_model.picture(), Scheme::Light, m_title), boxes);
    drawing.preferred = sharp;
    drawing.mostMegapixels = mostCopied;
    draw(drawing, PictureFormat::Png, [this](const PictureFile &file) {
        // As a file of its own: nobody has to pack it while somebody waits for what they paste.
        auto data = std::make_unique<QMimeData>();
        data->setData(u"image/png"_s, file.bytes);
        QGuiApplication::clipboard()->setMimeData(data.release());
        const auto text = tr("The diagram is on the clipboard as an image.");
        emit done(file.remark.isEmpty() ? text : text + u' ' + file.remark);
    });
}

void DiagramOutput::copyMermaid(const std::vector<int> &boxes)
{
    write(diagram::Language::Mermaid, idsOf(boxes), [this](const PictureFile &file) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(file.bytes));
        emit done(tr("The diagram is on the clipboard as Mermaid."));
    });
}

void DiagramOutput::copyDrizzle(const std::vector<int> &boxes)
{
    writeDrizzle(idsOf(boxes), [this](const PictureFile &file) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(file.bytes));
        const auto text = tr("The tables are on the clipboard as a Drizzle schema.");
        emit done(file.remark.isEmpty() ? text : text + u' ' + file.remark);
    });
}

bool DiagramOutput::stop()
{
    if (!m_drawing.isRunning())
        return false;
    m_drawing.cancel();
    emit done(tr("Nothing was exported."));
    return true;
}

void DiagramOutput::draw(const DiagramDrawing &drawing, PictureFormat format, const Taken &taken)
{
    m_drawing.run(models::pooled([drawing, format](const std::function<bool()> &cancelled) {
                      return drawFile(drawing, format, cancelled);
                  }),
                  [this, taken](const Result<PictureFile> &file) {
                      if (file)
                          taken(*file);
                      else
                          fail(file.error());
                  });
}

void DiagramOutput::write(diagram::Language language, const std::vector<ObjectId> &tables, const Taken &taken)
{
    m_drawing.run(models::pooled([task = m_model.task(), language, tables]() -> Result<PictureFile> {
                      return PictureFile{.bytes = models::diagramText(task, language, tables).toUtf8(),
                                         .remark = {}};
                  }),
                  [taken](const Result<PictureFile> &file) { taken(*file); });
}

void DiagramOutput::writeDrizzle(const std::vector<ObjectId> &tables, const Taken &taken)
{
    m_drawing.run(models::pooled([task = m_model.task(), tables]() -> Result<PictureFile> {
                      const auto text = models::drizzleText(task, tables);
                      return PictureFile{
                          .bytes = text.schema.toUtf8(),
                          .remark = text.leftOut.isEmpty()
                                        ? QString()
                                        : tr("Drizzle has no words for %1.").arg(text.leftOut.join(u", "_s))};
                  }),
                  [taken](const Result<PictureFile> &file) { taken(*file); });
}

void DiagramOutput::fail(const Error &error)
{
    QStringList said{error.message};
    for (const auto &more : {error.detail, error.hint}) {
        if (!more.isEmpty())
            said << more;
    }
    emit failed(said.join(u' '));
}

std::vector<ObjectId> DiagramOutput::idsOf(const std::vector<int> &boxes) const
{
    std::vector<ObjectId> ids;
    ids.reserve(boxes.size());
    for (const int box : boxes)
        ids.push_back(m_model.picture()->box(box).id);
    return ids;
}

} // namespace squall::ui
